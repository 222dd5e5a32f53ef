const STORED_AS = 'laurel-key';

/**
 * The key to call with, or ''. A link may bring it behind #key=, which browsers send to no server; it goes to this tab's
 * storage at once, so that neither the address bar nor the history keeps it.
 */
export function takeKey() {
  const brought = new URLSearchParams(location.hash.slice(1)).get('key');
  if (brought) {
    sessionStorage.setItem(STORED_AS, brought);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(STORED_AS) ?? '';
}

/** Keeps a key for this tab; '' forgets it. */
export function keepKey(key) {
  if (key) sessionStorage.setItem(STORED_AS, key);
  else sessionStorage.removeItem(STORED_AS);
}
