// "Skieruj": the least data, what the partner will see, and the button; then what came of it, in the same place.
import { useFragment } from "@apollo/client/react";
import { useState } from "react";

import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { ReferableServiceParts } from "./referable.js";
import { type Prefill, ReferForm } from "./ReferForm.js";
import { ReferralSent } from "./ReferralSent.js";
import type { SentReferral } from "./useSendReferral.js";

interface Props {
  service: ReferableServiceFragment;
  /** The referral that this one follows, after its end. */
  followsId?: string;
  /** What the form begins with. */
  prefill?: Prefill;
  /** The suggestion of a partner that this one takes over. */
  suggestionId?: string;
  onSent?(referral: SentReferral): void;
  onClose(): void;
}

export function ReferDialog(props: Props) {
  const { service, followsId, prefill, suggestionId, onClose } = props;
  const [chosen, setChosen] = useState(service);
  const [sent, setSent] = useState<SentReferral | null>(null);
  const live = useLiveService(chosen);
  if (sent) return <ReferralSent referral={sent} onClose={onClose} />;
  return (
    <ReferForm
      // another service is another intent
      key={chosen.id}
      service={live}
      followsId={followsId}
      prefill={prefill}
      // another service is no longer what was suggested
      suggestionId={chosen.id === service.id ? suggestionId : undefined}
      onOther={setChosen}
      onSent={(referral) => {
        setSent(referral);
        props.onSent?.(referral);
      }}
      onClose={onClose}
    />
  );
}

function useLiveService(
  service: ReferableServiceFragment,
): ReferableServiceFragment {
  const { data, complete } = useFragment({
    fragment: ReferableServiceParts,
    fragmentName: "ReferableService",
    from: { __typename: "Service", id: service.id },
  });
  return complete ? data : service;
}
