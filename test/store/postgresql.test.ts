import { openStore } from '../../src/store/connect.ts';
import { emptyPostgresDatabase } from '../support/empty-postgres-database.ts';
import { describeStore } from '../support/store-contract.ts';

describeStore('PostgreSQL', {
  async emptyDatabase() {
    const url = await emptyPostgresDatabase();
    return () => openStore(url);
  },
  durable: true,
});
