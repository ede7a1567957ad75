// The mappings that come along, each known by its name.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "mappings");

export function shippedMappings(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
}

/** A mapping that comes along by its name, else the operator's own file. */
export function findMappingFile(named: string): string | null {
  if (shippedMappings().includes(named)) return join(folder, `${named}.json`);
  return existsSync(named) ? named : null;
}
