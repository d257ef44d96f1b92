import type { Clock } from '../clock.ts';
import type { Faults } from '../control/faults.ts';
import type { StoredApp } from '../state/model.ts';
import { deliverByHttp, requestUrl } from './http-delivery.ts';
import type { Answer, Parcel } from './parcel.ts';
import type { SocketMode } from './socket-mode.ts';

/** Brings parcels to apps over the transport that their manifest names. */
export type Deliverer = {
  deliver(app: StoredApp, parcel: Parcel): Promise<Answer>;
  isConnected(app: StoredApp): boolean;
  /** How many deliveries still wait for their answer. */
  pending(): number;
};

export function deliverer(clock: Clock, sockets: SocketMode, faults: Faults): Deliverer {
  let held: (() => void) | undefined;
  let pending = 0;

  const send = async (app: StoredApp, parcel: Parcel) => {
    pending += 1;
    const overSocket = app.manifest.settings.socket_mode_enabled;
    const answer = await (overSocket ? sockets.deliver(app.id, parcel) : deliverByHttp(clock, app, parcel));
    pending -= 1;
    return answer;
  };

  const release = () => {
    held?.();
    held = undefined;
  };

  return {
    pending: () => pending,
    isConnected: (app) =>
      app.manifest.settings.socket_mode_enabled
        ? sockets.connections(app.id) > 0
        : requestUrl(app, { kind: 'events_api', payload: {} }) !== undefined ||
          requestUrl(app, { kind: 'interactive', payload: {} }) !== undefined,
    deliver: (app, parcel) => {
      const isOff = parcel.kind === 'interactive' && app.manifest.settings.interactivity?.is_enabled !== true;
      if (isOff) return Promise.resolve({ ok: false, reason: 'not_connected' });
      const fault = faults.takeDelivery(parcel.kind);
      if (fault === 'drop') return Promise.resolve({ ok: false, reason: 'timeout' });
      if (fault === 'swap') {
        return new Promise((resolve) => {
          held = () => void send(app, parcel).then(resolve);
        });
      }
      const answer = send(app, parcel);
      if (fault === 'duplicate') void send(app, parcel);
      release();
      return answer;
    },
  };
}
