/** In a role-play, in place of the customer: the series, who is played, and that nobody is real. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { PlayedRole } from '@shared/domain/role-play/played-role.ts';
import { SeriesProgress } from './series-progress.tsx';
import styles from './training.module.css';

const css = styleNames(styles);

export const RoleCard = ({
  role: { character, mood, goal },
}: {
  readonly role: Pick<PlayedRole, 'character' | 'mood' | 'goal'>;
}) => {
  const { t } = useText();
  return (
    <article className={css('role')} aria-label={t('rolePlay.role')}>
      <p className={css('label')}>{t('rolePlay.role')}</p>
      <h2>{character.name}</h2>
      <p>{character.about}</p>
      <p>
        <Tag>{t(`rolePlay.mood.${mood}`)}</Tag>
      </p>
      <p>
        <b>{t('rolePlay.wants')}</b> {goal}
      </p>
    </article>
  );
};

export const RoleColumn = ({ role }: { readonly role: PlayedRole }) => {
  const { t } = useText();
  const taking = useSlice('training') ?? null;
  return (
    <section
      className={css('column')}
      aria-label={t('rolePlay.column')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      <header>
        <h1>{t('rolePlay.line')}</h1>
        <p className={css('quiet')}>{taking?.title ?? role.title}</p>
      </header>
      {taking === null ? null : <SeriesProgress taking={taking} />}
      <RoleCard role={role} />
      <p className={css('fact')}>
        <Icon name="info" size={17} />
        <span>{t('rolePlay.nothingReal')}</span>
      </p>
    </section>
  );
};
