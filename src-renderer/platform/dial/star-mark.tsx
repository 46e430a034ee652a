/** The star of a row: filled when it is a favourite. Keys have Alt+F; the pointer presses it here. */

import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useText } from '../i18n/use-text.ts';
import styles from './star-mark.module.css';

const css = styleNames(styles);

export const StarMark = ({
  starred,
  onPress,
}: {
  readonly starred: boolean;
  readonly onPress: () => void;
}) => {
  const { t } = useText();
  return (
    <span
      className={css('star', starred && 'on')}
      title={t(starred ? 'favourite.drop' : 'favourite.add')}
      onPointerDown={(event) => {
        // Not the row beneath it.
        event.preventDefault();
        event.stopPropagation();
        onPress();
      }}
    >
      <Icon name={starred ? 'starred' : 'star'} size={16} />
      {starred ? <span className="sr-only">{t('favourite.is')}</span> : null}
    </span>
  );
};
