/** Puts every step back to where it stands by itself; there as soon as somebody moved one. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { arrangeAgain } from '@shared/domain/script/editing/places.ts';
import { useEdit, useEditor, useReadOnly } from '../editor-store.ts';

export const ArrangeAgain = () => {
  const { t } = useText();
  const moved = useEditor(({ history }) => Object.keys(history.now.places ?? {}).length > 0);
  const edit = useEdit();
  const readOnly = useReadOnly();
  if (readOnly || !moved) return null;
  return (
    <Button size="small" look="ghost" icon="sitemap" onClick={() => edit('places', arrangeAgain)}>
      {t('speechEditor.arrangeAgain')}
    </Button>
  );
};
