import { useMemo, useSyncExternalStore } from 'react';
import { type Address, addressHash, parseAddress } from './place.ts';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The address bar is where it is kept who looks at what, so that Back, reload and a copied link work. */
export function useAddress(): [Address | null, (address: Address) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const address = useMemo(() => parseAddress(hash), [hash]);
  return [address, goTo];
}

function goTo(address: Address): void {
  window.location.hash = addressHash(address);
}

/** Puts an address in place of the present one, for what the person did not choose: Back then skips it. */
export function settleOn(address: Address): void {
  window.history.replaceState(null, '', addressHash(address));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
