/** Nothing here yet, in one sentence, and what will change it. */

import { styleNames } from '../style-names.ts';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';

const css = styleNames(styles);

export const EmptyState = ({
  icon,
  title,
  detail,
  heading = false,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string;
  /** It is all that the screen has to say: then it is the screen's heading. */
  readonly heading?: boolean;
}) => (
  <div className={css('empty')}>
    <Icon name={icon} size={26} />
    {heading ? <h1>{title}</h1> : <b>{title}</b>}
    {detail === undefined ? null : <p>{detail}</p>}
  </div>
);

/** Shown only when loading takes longer than 400 ms, so that a quick answer does not flash. */
export const LoadingLines = ({ label }: { readonly label: string }) => (
  <div className={css('loading')} role="status" aria-label={label}>
    <i />
    <i />
    <i />
  </div>
);
