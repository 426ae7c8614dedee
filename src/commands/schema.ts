import { jsonSchemas } from '../export/schema.js';
import type { Io } from './io.js';

/** `nianbao schema`: JSON Schema of the outputs. */
export function schemaCommand(command: 'extract' | 'validate' | undefined, io: Io): number {
  const schemas = jsonSchemas();
  io.stdout.write(`${JSON.stringify(command === undefined ? schemas : schemas[command], null, 2)}\n`);
  return 0;
}
