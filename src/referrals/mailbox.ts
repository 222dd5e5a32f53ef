/** An address without what mail ignores: the case, and what follows a + before the @ (subaddressing, RFC 5233). */
export function mailboxOf(email: string): string {
  const [local = '', ...domain] = email.toLowerCase().split('@');
  return [local.split('+')[0] || local, ...domain].join('@');
}
