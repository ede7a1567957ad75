// What a browser knows to be wrong with a form, in our words and all at once; and what the form shows as wrong, in its order.
import type { TFunction } from "i18next";

import { errorIdOf } from "../../design/faults.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export interface Fault {
  field: HTMLElement;
  label: string;
  message: string;
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}

function keyOf(control: Control): string {
  return control.id || control.name;
}

/** @param leaves whether what is missing or mistyped as text is left to the server, which finds all that is wrong */
export function faultsFound(
  form: HTMLFormElement,
  t: TFunction,
  leaves: boolean,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const control of form.elements) {
    if (!isControl(control) || control.validity.valid) continue;
    if (leaves && isLeft(control)) continue;
    found.set(keyOf(control), wordsOf(control, t));
  }
  return found;
}

function isLeft(control: Control): boolean {
  const { valueMissing, typeMismatch } = control.validity;
  const isText =
    control instanceof HTMLTextAreaElement ||
    ["text", "email", "tel", "url"].includes(control.type);
  return isText && (valueMissing || typeMismatch);
}

function wordsOf(control: Control, t: TFunction): string {
  const { validity, type, inputMode } = control;
  const isOne = (kind: string) => kind === type || kind === inputMode;
  if (validity.valueMissing)
    return t(
      `shell:fault.missing.${
        control instanceof HTMLSelectElement
          ? "choice"
          : (["date", "number", "checkbox"].find(isOne) ?? "text")
      }`,
    );
  if (validity.tooShort && "minLength" in control)
    return t("shell:fault.tooShort", { least: control.minLength });
  if (control instanceof HTMLInputElement) {
    const { min, max } = control;
    if (validity.rangeUnderflow) return t("shell:fault.least", { least: min });
    if (validity.rangeOverflow) return t("shell:fault.most", { most: max });
    if (validity.stepMismatch) return t("shell:fault.whole");
  }
  return t(
    `shell:fault.wrong.${
      ["date", "email", "url", "number", "decimal"].find(isOne) ?? "text"
    }`,
  );
}

/** In the order of the form; what was found stands before what was answered. */
export function faultsShown(
  form: HTMLFormElement,
  found: ReadonlyMap<string, string>,
): Fault[] {
  const told = new Set<string>();
  return [...form.elements].flatMap((field) => {
    if (!(field instanceof HTMLElement)) return [];
    const key = isControl(field) ? keyOf(field) : field.id;
    const message =
      found.get(key) ??
      (key && document.getElementById(errorIdOf(key))?.textContent);
    // the choices of one question are one fault
    if (!message || told.has(key)) return [];
    told.add(key);
    return [{ field, label: labelOf(field), message }];
  });
}

function labelOf(field: HTMLElement): string {
  const label = isControl(field)
    ? field.labels?.[0]
    : field.querySelector("legend");
  return label?.textContent ?? "";
}
