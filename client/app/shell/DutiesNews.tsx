// Says that the viewer's duties have changed while the page was open: what is gone, is gone at once.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import { Note } from "../../design/Note.js";
import { useViewer } from "../session/viewer.js";

export function DutiesNews() {
  const { t } = useTranslation("shell");
  const { membershipId, roles } = useViewer();
  const now = { membershipId, duties: [...roles].sort().join(" ") };
  const [known, setKnown] = useState(now);
  const [isNew, setNew] = useState(false);
  if (known.membershipId !== membershipId || known.duties !== now.duties) {
    setKnown(now);
    // who was held back before has set up what was asked of her
    setNew(known.membershipId === membershipId && known.duties !== "");
  }
  if (!isNew) return null;
  return (
    <Note
      tone="info"
      icon="key"
      role="status"
      title={t("dutiesChanged.title")}
      actions={
        <Button size="small" onClick={() => setNew(false)}>
          {t("dutiesChanged.ok")}
        </Button>
      }
    >
      {t("dutiesChanged.text")}
    </Note>
  );
}
