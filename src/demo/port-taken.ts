/** What to tell a person when what a program complains of is that another one has its port; null otherwise. */
export function portTaken(complaints: string, port: number, variable: string): Error | null {
  if (!complaints.includes('EADDRINUSE')) return null;
  return new Error(`port ${port} is taken. Choose another with ${variable}`);
}
