/** `a.tv:8443` as its name and its port, which is undefined where the host stands for every port. */
export function hostParts(host: string): { name: string; port?: number } {
  const [name = '', port] = host.split(':')
  return port === undefined ? { name } : { name, port: Number(port) }
}
