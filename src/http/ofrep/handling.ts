import type { IncomingHttpHeaders } from 'node:http';
import type { Handling } from '../../read/evaluate.ts';

/** How a reader wants doubtful contexts to be taken: RFC 7240's `Prefer: handling=strict`, otherwise leniently. */
export function handlingOf(headers: IncomingHttpHeaders): Handling {
  const { prefer } = headers;
  if (prefer === undefined) return 'lenient';
  const wishes = String(prefer).toLowerCase().split(/[,;]/);
  return wishes.some((wish) => wish.replaceAll(/[\s"]/g, '') === 'handling=strict') ? 'strict' : 'lenient';
}
