// Where in the table a partner of the picture is found again.
export function rowId(partnerId: string): string {
  return `partner-${partnerId}`;
}
