import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Provider } from './prisma-schema.ts';

const require = createRequire(import.meta.url);

/** Node has it; the types of Node 20 do not say so. */
const webAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
} = Reflect.get(globalThis, 'WebAssembly');

let loaded: Promise<void> | undefined;

/** The engine is one WebAssembly module a process, 5 MB, loaded by hand: Node 20 cannot import one. */
async function load(): Promise<void> {
  const file = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  // The engine tells its last words to a global of this name.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(message);
      },
    },
  });
  const { instance } = await webAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': glue });
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== 'function') throw new Error('The schema engine has no start function');
  glue.__wbg_set_wasm(instance.exports);
  start();
}

/**
 * Prisma's schema engine over a connection that stays the caller's: the engine neither opens nor closes one, so
 * that the caller may wrap all it does in one transaction. It begins none itself.
 */
export async function openSchemaEngine(
  provider: Provider,
  connection: SqlDriverAdapter,
): Promise<SchemaEngine> {
  loaded ??= load();
  await loaded;
  const borrowed = {
    provider: connection.provider,
    adapterName: connection.adapterName,
    connect: () => Promise.resolve(connection),
    connectToShadowDb: () => Promise.reject(new Error('No second database is used')),
  };
  // It wants to be told the provider in a schema, though it also sees the connection's.
  const schema = `datasource db {\n  provider = "${provider}"\n}\n`;
  return glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(borrowed),
  );
}
