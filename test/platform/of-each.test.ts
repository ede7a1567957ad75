// Of each of what rows belong to at most so many are read: who has many does not take the place of who has few.
import { ofEach } from "../../server/platform/database/of-each.js";
import { Resource } from "../../server/resources/index.js";
import { openApi } from "../support/api.js";
import { insertResource } from "../support/resources.js";
import { aCentre } from "../support/world.js";

it("bounds each by itself", async () => {
  const api = await openApi();
  try {
    const centre = await aCentre(api);
    const [rich, poor] = [await centre.aPartner(), await centre.aPartner()];
    const read = await centre.asSystem(async (work) => {
      for (let n = 0; n < 5; n += 1) await insertResource(work, rich.id, 9 - n);
      await insertResource(work, poor.id, 20);
      return ofEach(work.manager, Resource, {
        centreId: centre.id,
        of: "partnerId",
        ids: [rich.id, poor.id],
        order: { quantity: "ASC" },
        most: 2,
        where: "quantity > :least",
        given: { least: 5 },
      });
    });
    expect(read.map(({ quantity }) => quantity)).toEqual([6, 7, 20]);
  } finally {
    await api.close();
  }
});
