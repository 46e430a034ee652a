/** One per panel: when a panel breaks, its place says so and the call goes on beside it. */
import { Component, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { styleNames } from '../style-names.ts';
import styles from './panel-boundary.module.css';

const css = styleNames(styles);

type Props = {
  readonly words: { readonly title: string; readonly detail: string; readonly retry: string };
  /** A new value starts the panel afresh: another customer, another call. */
  readonly resetKey: string;
  readonly children: ReactNode;
};
type State = { readonly broken: boolean; readonly resetKey: string };

export class PanelBoundary extends Component<Props, State> {
  override state: State = { broken: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError = (): Partial<State> => ({ broken: true });

  static getDerivedStateFromProps = (props: Props, state: State): Partial<State> | null =>
    props.resetKey === state.resetKey ? null : { broken: false, resetKey: props.resetKey };

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { title, detail, retry } = this.props.words;
    return (
      <div className={css('broken')} role="alert">
        <Icon name="alert" />
        <p>
          <b>{title}</b> {detail}
        </p>
        <Button size="small" icon="refresh" onClick={() => this.setState({ broken: false })}>
          {retry}
        </Button>
      </div>
    );
  }
}
