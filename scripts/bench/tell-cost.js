/** Loaded beside a program: when it ends, tells on a line of its own what it worked and held, which nobody else can ask. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const cost = { cpu: (user + system) / 1e6, kilobytes: process.resourceUsage().maxRSS };
  process.stderr.write(`\n${JSON.stringify(cost)}\n`);
});
