// Rampart's read side and HTTP edge over a state in memory, with 20 flags at 25 %.
import { KEY, startServer } from '../../test/http/server.ts';
import { booleanFlag, shownTo } from '../../test/read/state-holder.ts';
import { FLAGS } from './flags.ts';

const server = await startServer();
server.holder.put(...FLAGS.map((key) => booleanFlag(key, { exposures: shownTo({ everyone: 2_500 }) })));
process.send?.({ port: Number(new URL(server.baseUrl).port), key: KEY });
process.on('disconnect', () => process.exit(0));
