// The telephone on the slip: the partner's first contact that has one.
import { useQuery } from "@apollo/client/react";

import { phoneInGroups } from "../design/phone.js";
import { Contacts } from "./ContactPersons.js";

interface Props {
  partnerId: string;
  label: string;
}

export function PartnerPhone({ partnerId, label }: Props) {
  const { data } = useQuery(Contacts, { variables: { partnerId } });
  if (data?.node?.__typename !== "Partner") return null;
  const people = data.node.contactPersons;
  const called =
    people.find(({ primary, workPhone }) => primary && workPhone) ??
    people.find(({ workPhone }) => workPhone);
  if (!called?.workPhone) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{phoneInGroups(called.workPhone)}</dd>
    </div>
  );
}
