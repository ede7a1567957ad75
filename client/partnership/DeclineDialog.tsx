// An invitation ends without a yes: the organisation says so itself, or the hub takes the invitation back.
import { useTranslation } from "react-i18next";

import { useViewer } from "../app/session/viewer.js";
import type { MembershipOnPageFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { DeclineMembership } from "./network.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  membership: Pick<MembershipOnPageFragment, "id" | "version" | "partner">;
  onClose(): void;
  onSaved(): void;
}

export function DeclineDialog({ membership, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const saved = useSaved(DeclineMembership, onSaved);
  const { id, version, partner } = membership;
  const isOwn = partner.id === viewer.partner.id;
  const { name } = partner;
  return (
    <FormDialog
      title={t(isOwn ? "decline.title" : "decline.backTitle", { name })}
      verb={t(isOwn ? "decline.submit" : "decline.back")}
      saved={saved}
      onClose={onClose}
      onSubmit={() =>
        void saved.save({ input: { membershipId: id, ifVersion: version } })
      }
    >
      <p>{t(isOwn ? "decline.means" : "decline.backMeans")}</p>
    </FormDialog>
  );
}
