// A list of the office's own system: which column of it is sent, however the file is written.
import { columnIn, lineOf, rowsOf } from "../../client/cases/list-column.js";

it.each([
  ["a\nb\n\na", 0, false, ["a", "b"]],
  ["Nr;Kto\r\n1;X\r\n2;Y", 0, true, ["1", "2"]],
  ['"Kowalska, Anna",12', 1, false, ["12"]],
  ["x\t7", 1, false, ["7"]],
  ["", 0, false, []],
])("of %j column %d", (text, column, hasHead, numbers) => {
  expect(columnIn(rowsOf(text), column, hasHead)).toEqual(numbers);
});

it("knows in which line of the text a number stands", () => {
  const rows = rowsOf("\nNr;Kto\n1;X\n\nJan;Y\n");
  expect(columnIn(rows, 0, true)).toEqual(["1", "Jan"]);
  expect(lineOf(rows, 0, true, "Jan")).toBe(5);
});
