import { openStore } from '../../src/store/connect.ts';
import { describeStore } from '../support/store-contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder();
let databases = 0;

describeStore('SQLite', {
  async emptyDatabase() {
    databases += 1;
    const url = `file:${folder}/${databases}.db`;
    return () => openStore(url);
  },
  durable: true,
});
