// Steps of one journey: each stands on those before it, so the first that fails ends the way.

export class Tally {
  passed = 0;
  failed = 0;

  constructor(onFailure) {
    this.onFailure = onFailure;
  }

  async step(name, work) {
    if (this.failed > 0) {
      this.failed += 1;
      console.log(`FAIL ${name} (not reached)`);
      return;
    }
    try {
      await work();
      this.passed += 1;
      console.log(`ok   ${name}`);
    } catch (error) {
      this.failed += 1;
      console.log(`FAIL ${name}\n     ${String(error?.message ?? error).split("\n").slice(0, 30).join("\n     ")}`);
      await this.onFailure().catch(() => {});
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

export function check(condition, reason) {
  if (!condition) throw new Error(reason);
}
