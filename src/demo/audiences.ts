import type { Audience } from '../flag/audience.ts';

/** What `internal` and `beta` mean in the demo; the sample shop's visitors carry these attributes. */
export const DEMO_AUDIENCES: Audience[] = [
  {
    key: 'internal',
    description: 'People who work at Acme',
    membership: { kind: 'where', all: [{ op: 'ends-with', attribute: 'email', value: '@acme.example' }] },
    open: false,
  },
  {
    key: 'beta',
    description: 'Customers who asked to see things early',
    membership: { kind: 'where', all: [{ op: 'is', attribute: 'beta', value: true }] },
    open: false,
  },
];
