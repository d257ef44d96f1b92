import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { migrate } from '../../src/store/migrate.ts';
import { type Provider, prismaSchema } from '../../src/store/prisma-schema.ts';
import { openSchemaEngine } from '../../src/store/schema-engine.ts';

/**
 * Applies the migrations to an empty database and answers the SQL that would turn it into what the models say:
 * null when it is that already.
 */
export async function migrateAndDiff(provider: Provider, databaseUrl: string): Promise<string | null> {
  const connection = await connectOnce(databaseUrl);
  try {
    await migrate(provider, connection);
    return await diffToModels(provider, connection);
  } finally {
    await connection.dispose();
  }
}

/** By hand and without a store: one connection. */
export function connectOnce(databaseUrl: string): Promise<SqlDriverAdapter> {
  return databaseUrl.startsWith('file:')
    ? new PrismaLibSql({ url: databaseUrl }).connect()
    : new PrismaPg({ connectionString: databaseUrl, max: 1 }).connect();
}

async function diffToModels(provider: Provider, connection: SqlDriverAdapter): Promise<string | null> {
  const files = [{ path: 'schema.prisma', content: await prismaSchema(provider) }];
  const engine = await openSchemaEngine(provider, withCharColumns(connection));
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: '' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? null : stdout;
}

/** Results of the schema engine's questions that are of PostgreSQL's one-letter type. */
const letters = ['constraint_type', 'confdeltype', 'confupdtype'];

/**
 * Prisma's adapter for PostgreSQL cannot read that type, and its schema engine wants nothing else: read them as
 * text and call them letters.
 */
function withCharColumns(connection: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    async queryRaw(query) {
      const sql = query.sql
        .replace(/(constr\.contype) AS/, '$1::text AS')
        .replace(/con\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,');
      const result = await connection.queryRaw({ ...query, sql });
      const columnTypes = result.columnTypes.map((type, index) =>
        letters.includes(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
    executeRaw: (query) => connection.executeRaw(query),
    executeScript: (script) => connection.executeScript(script),
    startTransaction: (isolation) => connection.startTransaction(isolation),
    ...(connection.getConnectionInfo && { getConnectionInfo: connection.getConnectionInfo.bind(connection) }),
    dispose: () => Promise.resolve(),
  };
}
