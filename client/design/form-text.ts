// What was typed into a field of a form.
export function textIn(form: FormData, field: string): string {
  const text = form.get(field);
  return typeof text === "string" ? text : "";
}
