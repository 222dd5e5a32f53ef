/** `vouchers` before the file: codes for a pool; else purchases. */
await (process.argv[2] === 'vouchers' ? import('./import-vouchers.js') : import('./import-purchases.js'));
