// How names of the code become names of the database: camelCase to snake_case, nothing else.
import { DefaultNamingStrategy } from "typeorm";

export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || columnName(propertyName);
  }
}
