import * as z from 'zod';

const times = z.int().min(1).default(1);

/** A call of the Web API that goes wrong. `method` may be `*`. */
const apiFault = z.object({
  on: z.literal('api'),
  method: z.string(),
  channel: z.string().optional(),
  times,
  effect: z.discriminatedUnion('type', [
    z.object({ type: z.literal('rate-limited'), retryAfterS: z.int().min(0) }),
    z.object({ type: z.literal('server-error'), status: z.int().min(500).max(599) }),
    /** The connection is cut without an answer, before or after the call had its effect. */
    z.object({ type: z.literal('cut'), when: z.enum(['before', 'after']) }),
    z.object({ type: z.literal('error'), error: z.string() }),
  ]),
});

/** A delivery to the app that goes wrong. */
const deliveryFault = z.object({
  on: z.literal('delivery'),
  kind: z.enum(['events_api', 'slash_commands', 'interactive', '*']),
  times,
  /** `duplicate` sends it twice, `swap` sends it after the next one, `drop` loses it. */
  effect: z.enum(['duplicate', 'swap', 'drop']),
});

export const faultSchema = z.discriminatedUnion('on', [apiFault, deliveryFault]);
type Fault = z.infer<typeof faultSchema>;
type ApiFault = z.infer<typeof apiFault>;
type DeliveryFault = z.infer<typeof deliveryFault>;

/** Faults that wait for their moment. Each is used up after `times` uses, oldest first. */
export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  /** How many uses are left over all faults. */
  left(): number;
  takeApi(method: string, channel: string | undefined): ApiFault['effect'] | undefined;
  takeDelivery(kind: DeliveryFault['kind']): DeliveryFault['effect'] | undefined;
};

export function noFaultsYet(): Faults {
  let waiting: Fault[] = [];
  const use = <F extends Fault>(found: F | undefined): F | undefined => {
    if (!found) return undefined;
    waiting = waiting.flatMap((fault) => {
      if (fault !== found) return [fault];
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    });
    return found;
  };
  return {
    add: (fault) => {
      waiting.push(fault);
    },
    clear: () => {
      waiting = [];
    },
    left: () => waiting.reduce((sum, fault) => sum + fault.times, 0),
    takeApi: (method, channel) =>
      use(
        waiting.find(
          (fault): fault is ApiFault =>
            fault.on === 'api' &&
            (fault.method === '*' || fault.method === method) &&
            (fault.channel === undefined || fault.channel === channel),
        ),
      )?.effect,
    takeDelivery: (kind) =>
      use(
        waiting.find(
          (fault): fault is DeliveryFault =>
            fault.on === 'delivery' && (fault.kind === '*' || fault.kind === kind),
        ),
      )?.effect,
  };
}
