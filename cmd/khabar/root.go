package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// streams are the three standard streams; tests put buffers in their place.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// Exit codes of every command; `khabar help exit-codes` prints the same table.
const (
	exitOK       = 0   // all good; also when the reader of the output went away (| head)
	exitArticles = 1   // some articles failed, all others were written
	exitUsage    = 2   // wrong usage, or an input or output that cannot be read or written
	exitSignal   = 130 // ended by Ctrl-C or SIGTERM
)

const exitCodesHelp = `Exit codes:
  0    all good (also when the reader of the output goes away, as in | head)
  1    some articles failed: each is named on standard error, all others were written
  2    wrong usage, or an input or output that cannot be read or written
  130  ended by Ctrl-C or SIGTERM; no record is cut in half, and nothing stands under the
       name of -o, unless --checkpoint and --resume finish it
`

// exitError carries an exit code to run. A nil err prints nothing more.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e exitError) Unwrap() error { return e.err }

// run executes one command line and returns its exit code.
func run(args []string, io streams) int {
	// A write to a closed pipe must come back as EPIPE, not kill the process.
	// Notify and not Ignore: an ignored signal stays ignored in child processes.
	pipe := make(chan os.Signal, 1)
	signal.Notify(pipe, syscall.SIGPIPE)
	defer signal.Stop(pipe)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process the hard way

	io.in = stoppableInput(ctx, io.in)
	root := newRoot(io)
	help := &sticky{w: io.out} // cobra writes help texts and looks at no error
	root.SetOut(help)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil && help.err != nil {
		err = outputError(help.err)
	}
	var ee exitError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, fs.ErrClosed):
		return exitOK
	case errors.Is(err, context.Canceled):
		return exitSignal
	case errors.As(err, &ee):
		if ee.err != nil {
			fmt.Fprintln(io.err, "khabar:", ee.err)
		}
		return ee.code
	}
	fmt.Fprintln(io.err, "khabar:", err)
	return exitUsage
}

// sticky is a writer that keeps its first error.
type sticky struct {
	w   io.Writer
	err error
}

func (s *sticky) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.err = cmp.Or(s.err, err)
	return n, err
}

// newRoot returns the command tree. A new command is one file and one line here.
func newRoot(io streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "khabar",
		Short: "Raw Hindi news dumps in, structured records out",
		Long: `khabar (ख़बर, "news") reads raw Hindi news dumps and pulls out what a reader would:
headline, place, publish time, people and the offices they hold, who was quoted
saying what, numbers with what they count, dates. Every value carries the bytes it
stands at.`,
		Example: `  # every article of a folder as JSON Lines
  khabar extract articles/ > records.jsonl

  # who said what, as a table for a spreadsheet
  khabar extract articles/ --format csv --table quotes -o quotes.csv

  # only a few fields of one article
  khabar extract --fields headline,place,published - < article.txt`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          noArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		Version:       version(),
	}
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	root.SetVersionTemplate("khabar {{.Version}}\n")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		what, _, _ := strings.Cut(err.Error(), ": strconv.")
		return exitError{exitUsage, fmt.Errorf("%s\nRun '%s --help' for usage", what, c.CommandPath())}
	})
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command, exit-codes or lexicon",
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 && about.HasSubCommands() {
				return exitError{exitUsage, fmt.Errorf("no help on %q: khabar help lists the commands", strings.Join(args, " "))}
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	})
	root.AddCommand(
		newExtract(io),
		newSegment(io),
		newTag(io),
		newDates(io),
		newNumbers(io),
		newPlace(io),
		newNormalize(io),
		newEval(io),
		newSchema(io),
		newExitCodes(),
		newLexiconHelp(),
	)
	return root
}

// noArgs is for commands that have subcommands: it names those that were meant.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := ""
	c.SuggestionsMinimumDistance = 2
	if like := c.SuggestionsFor(args[0]); len(like) > 0 {
		hint = fmt.Sprintf(": did you mean %s?", strings.Join(like, " or "))
	}
	return exitError{exitUsage, fmt.Errorf("unknown command %q for %q%s\nRun '%[2]s --help' for usage", args[0], c.CommandPath(), hint)}
}

// oneArg wants one argument, which the usage line calls name.
func oneArg(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return exitError{exitUsage, fmt.Errorf("%s wants one %s, not %d\nRun '%[1]s --help' for usage", c.CommandPath(), name, len(args))}
	}
}

// choices lets a shell complete the values of a flag.
func choices(c *cobra.Command, flag string, values ...string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag
	}
}

// newExitCodes is the help topic `khabar help exit-codes`.
func newExitCodes() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "What the exit codes mean",
		Long:  exitCodesHelp,
	}
}

// outputError wraps a failed write to standard output.
func outputError(err error) error { return fmt.Errorf("write output: %w", err) }
