// Goals as they are typed: one a line.
import { textIn } from "../design/form-text.js";

export function goalsIn(form: FormData): string[] {
  return textIn(form, "goals")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
