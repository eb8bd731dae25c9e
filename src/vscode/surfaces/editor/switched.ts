import type { Disposable } from '../../../core/event';
import { Disposables } from '../../../core/disposables';
import type { Settings, SwitchSetting } from '../../settings';

/** Keeps something registered while any of its settings is on, so what is off costs nothing. */
export class Switched implements Disposable {
  private readonly owned = new Disposables();
  private readonly registered = this.owned.add(new Disposables());
  private isOn = false;

  constructor(
    private readonly settings: Pick<Settings, 'isOn' | 'onDidChange'>,
    private readonly switches: readonly SwitchSetting[],
    private readonly register: () => Disposable,
  ) {
    this.owned.add(settings.onDidChange(() => this.follow()));
    this.follow();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private follow(): void {
    const isOn = this.switches.some((each) => this.settings.isOn(each));
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    if (isOn) this.registered.add(this.register());
    else this.registered.clear();
  }
}
