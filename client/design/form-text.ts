// What was typed or chosen in a field of a form.
export function textIn(form: FormData, field: string): string {
  const text = form.get(field);
  return typeof text === "string" ? text : "";
}

/** Undefined where a choice is none of ours, which a browser's form cannot say. */
export function chosenIn<Value extends string>(
  form: FormData,
  name: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === form.get(name));
}
