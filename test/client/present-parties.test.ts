// Who has left an agreement leaves nothing of its own in the form of new terms; who is under notice loses nothing.
import { keptBy, presentIn } from "../../client/agreements/present-parties.js";

const parties = [
  { partner: { id: "gone" }, leftOn: "2026-05-01" },
  { partner: { id: "underNotice" }, leftOn: "2026-05-02" },
  { partner: { id: "stays" }, leftOn: null },
];

it("drops the services and tasks of who has left, and of nobody else", () => {
  const services = parties.map(({ partner }) => ({
    service: { id: `of ${partner.id}`, partner },
    placesKept: 0,
  }));
  const kept = keptBy({ parties, services, tasks: parties }, "2026-05-01");
  expect(kept.services.map(({ service }) => service.id)).toEqual([
    "of underNotice",
    "of stays",
  ]);
  expect(kept.tasks).toEqual(presentIn(parties, "2026-05-01"));
  expect(kept.tasks.map(({ partner }) => partner.id)).toEqual([
    "underNotice",
    "stays",
  ]);
});
