// Says to people of an organisation that left what is still theirs to bring to an end.
import { useTranslation } from "react-i18next";

import { Note } from "../../design/Note.js";
import { useViewer } from "../session/viewer.js";

export function LeftNote() {
  const { t } = useTranslation("shell");
  const { hasLeft, partner } = useViewer();
  if (!hasLeft) return null;
  return (
    <Note tone="info" title={t("left.title", { organisation: partner.name })}>
      {t("left.text")}
    </Note>
  );
}
