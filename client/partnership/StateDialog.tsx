// A network rests, goes on or is closed, once it is said what that means for who is in it.
import { useTranslation } from "react-i18next";

import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import type {
  NetworkChange,
  NetworkMembersFragment,
} from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { SetNetworkState } from "./network.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: Pick<NetworkMembersFragment, "id" | "name" | "version">;
  change: NetworkChange;
  onClose(): void;
  onSaved(): void;
}

export function StateDialog({ network, change, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(SetNetworkState, onSaved);
  const { id: networkId, name, version: ifVersion } = network;
  return (
    <FormDialog
      title={t(`state.${change}.title`, { name })}
      verb={t(`state.${change}.verb`)}
      saved={saved}
      isDanger={change === "CLOSE"}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            networkId,
            ifVersion,
            change,
            reason: textIn(form, "reason").trim() || null,
          },
        })
      }
    >
      <p>{t(`state.${change}.means`)}</p>
      {change !== "RESUME" && (
        <TextArea
          label={t("state.reason")}
          hint={t("state.reasonHint")}
          name="reason"
          required
          maxLength={300}
          error={saved.errorAt("reason")}
        />
      )}
    </FormDialog>
  );
}
