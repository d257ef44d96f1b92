import { accept } from '../../src/release/context.ts';
import { decide } from '../../src/release/decide.ts';
import type { Event } from '../../src/release/event.ts';
import { evolveAll } from '../../src/release/evolve.ts';
import { openStore } from '../../src/store/connect.ts';
import { openProduct, type Product } from '../support/product.ts';
import type { Answer, Ask } from './replica-protocol.ts';

/**
 * One process of Rampart without its edges, for tests that need several or kill one: real store, real decisions,
 * and a clock that the test sets with every question.
 */
let now = new Date(0);
let product: Product | null = null;

async function answer(ask: Ask): Promise<Answer> {
  now = new Date(ask.now);
  product ??= await openProduct(await openStore(process.argv[2] ?? ''), () => now);
  switch (ask.type) {
    case 'do': {
      const outcome = await product.does(ask.by, ask.command);
      return outcome.ok
        ? { id: ask.id, ok: true, events: outcome.events.map((event) => event.type) }
        : { id: ask.id, ok: false, rejection: outcome.rejection };
    }
    case 'do-all': {
      const outcome = await product.transact({ kind: 'person', id: ask.by }, 'all', (state, context) => {
        const events: Event[] = [];
        let after = state;
        for (const command of ask.commands) {
          const decision = decide(after, command, context);
          if (!decision.ok) return decision;
          events.push(...decision.events);
          after = evolveAll(after, decision.events);
        }
        return accept(...events);
      });
      return outcome.ok
        ? { id: ask.id, ok: true, events: [] }
        : { id: ask.id, ok: false, rejection: outcome.rejection };
    }
    case 'approve': {
      await product.ledger.catchUp();
      const outcome = await product.approves(ask.by, ask.release);
      return outcome.ok
        ? { id: ask.id, ok: true, events: outcome.events.map((event) => event.type) }
        : { id: ask.id, ok: false, rejection: outcome.rejection };
    }
    case 'advance':
      return { id: ask.id, ok: true, events: [`${await product.advance.run(`tick-${process.pid}`)}`] };
  }
}

process.on('message', (ask: Ask) => {
  answer(ask).then(
    (said) => process.send?.(said),
    (error: unknown) =>
      process.send?.({ id: ask.id, ok: false, rejection: { code: 'ERROR', error: String(error) } }),
  );
});
process.on('disconnect', () => process.exit(0));
