import type { Database } from './database.ts';

/** One statement, so that of two who ask at once one gets it. An expired lease is anybody's. */
export async function claimLease(
  { client, now }: Database,
  name: string,
  holder: string,
  forMs: number,
): Promise<boolean> {
  const taken = await client.$executeRaw`
    INSERT INTO lease (name, holder, expires_at) VALUES (${name}, ${holder}, ${now} + ${forMs})
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
    WHERE lease.holder = excluded.holder OR lease.expires_at <= ${now}`;
  return taken > 0;
}

export async function releaseLease({ client }: Database, name: string, holder: string): Promise<void> {
  await client.lease.deleteMany({ where: { name, holder } });
}
