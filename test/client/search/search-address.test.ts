// A search and its address say the same, and what an address may not know it passes over.
import {
  conditionsOf,
  filterOf,
  searchOf,
  toggled,
  without,
  withValue,
} from "../../../client/search/search-address.js";

const address = (query: string) => new URLSearchParams(query);

describe("the address of a search", () => {
  test("asks for what it names", () => {
    expect(
      filterOf(
        address(
          "q=+wsparcie+&wolne=tak&sfera=psychologiczna&sfera=spoleczna&typ=a",
        ),
      ),
    ).toMatchObject({
      text: "wsparcie",
      referableNow: true,
      spheres: ["PSYCHOLOGICAL", "SOCIAL"],
      stakeholderTypes: ["A"],
      areas: null,
    });
  });

  test("passes over what it does not know", () => {
    const filter = filterOf(address("sfera=constructor&wolne=moze&sprawa=1"));
    expect(Object.values(filter).every((value) => value === null)).toBe(true);
  });

  test("ticks a value and takes the tick away", () => {
    const ticked = toggled(address("q=x"), "obszar", "kultura");
    expect(ticked.toString()).toBe("q=x&obszar=kultura");
    expect(toggled(ticked, "obszar", "kultura").toString()).toBe("q=x");
  });

  test("tells its conditions in the order of the page, without the words", () => {
    expect(conditionsOf(address("typ=c&q=x&obszar=praca&wolne=tak"))).toEqual([
      "wolne",
      "obszar",
      "typ",
    ]);
  });

  test("drops conditions and empty words", () => {
    expect(without(address("q=x&typ=a"), "typ").toString()).toBe("q=x");
    expect(withValue(address("q=x&typ=a"), "q", "").toString()).toBe("typ=a");
  });

  test("leads to free places of one area", () => {
    const [, query] = searchOf("HEALTH").split("?");
    expect(filterOf(address(query ?? ""))).toMatchObject({
      areas: ["HEALTH"],
      referableNow: true,
    });
  });
});
