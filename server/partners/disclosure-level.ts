// What may travel with a referral (domain 4.3).
import { registerEnumType } from "type-graphql";

export const DisclosureLevel = {
  L0_TOKEN: "L0_TOKEN",
  L1_CONTACT: "L1_CONTACT",
  L2_IDENTITY: "L2_IDENTITY",
  L3_SENSITIVE: "L3_SENSITIVE",
} as const;
export type DisclosureLevel = keyof typeof DisclosureLevel;

registerEnumType(DisclosureLevel, {
  name: "DisclosureLevel",
  description: "What may travel with a referral.",
  valuesConfig: {
    L0_TOKEN: { description: "A number, nothing else." },
    L1_CONTACT: { description: "A first name and one contact." },
    L2_IDENTITY: { description: "Name and aim." },
    L3_SENSITIVE: { description: "Chosen sensitive fields." },
  },
});

const ORDER = Object.values(DisclosureLevel);

export function reachesLevel(
  level: DisclosureLevel,
  highest: DisclosureLevel,
): boolean {
  return ORDER.indexOf(level) <= ORDER.indexOf(highest);
}
