package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asMain makes the test binary run as khabar: tests that kill a process need one.
const asMain = "KHABAR_TEST_AS_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(asMain) != "" {
		os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
	}
	os.Exit(m.Run())
}

// khabar returns the command line as a process of its own.
func khabar(ctx context.Context, args ...string) *exec.Cmd {
	exe, err := os.Executable()
	if err != nil {
		panic(err)
	}
	c := exec.CommandContext(ctx, exe, args...)
	c.Env = append(os.Environ(), asMain+"=1")
	return c
}

// manyLines writes n small articles as JSON Lines, with a broken line now and then.
func manyLines(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		if i%97 == 13 {
			b.WriteString("{\"text\": broken\n")
			continue
		}
		fmt.Fprintf(&b, "{\"id\":\"a%d\",\"text\":\"नाहन. मेले में %d लोग पहुंचे हैं. डीसी अजय राणा ने कहा कि %d बसें चलेंगी. %s\"}\n", i, i, i%50+2, strings.Repeat(fmt.Sprint("वार्ड ", i/3, " में बैठक. "), 5))
	}
	path := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKilledRunsResumeToTheSameBytes kills runs at 50 random moments, with SIGKILL,
// SIGTERM and SIGINT in turn, resumes each until it ends, and compares every output
// with that of a run that nobody disturbed.
func TestKilledRunsResumeToTheSameBytes(t *testing.T) {
	in := manyLines(t, 2100)
	each := 17 // of three commands
	if testing.Short() {
		each = 1
	}
	random := rand.New(rand.NewPCG(7, 11))
	for i, name := range []string{"out.jsonl", "out.jsonl.gz", "out.jsonl"} {
		args := func(dir, name string) []string {
			list := []string{"extract", in, "-q", "-o", filepath.Join(dir, name), "--rejects", filepath.Join(dir, "bad.jsonl"), "--checkpoint", filepath.Join(dir, "state"), "--resume"}
			if i == 2 {
				list = append(list, "--dedup", "near")
			}
			return list
		}
		whole := t.TempDir()
		start := time.Now()
		if out, err := khabar(t.Context(), args(whole, name)...).CombinedOutput(); exitCode(err) != exitArticles {
			t.Fatalf("undisturbed run: %v %s", err, out)
		}
		took := time.Since(start)
		kills := 0
		for kills < each {
			dir := t.TempDir()
			for try := 0; ; try++ {
				c := khabar(t.Context(), args(dir, name)...)
				if err := c.Start(); err != nil {
					t.Fatal(err)
				}
				ended := make(chan error, 1)
				go func() { ended <- c.Wait() }()
				var err error
				select {
				case err = <-ended:
				case <-time.After(time.Duration(try+1) * time.Duration(random.Int64N(int64(took)))): // longer each time: a machine that got slower must still get through
					c.Process.Signal([]os.Signal{syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT}[kills%3])
					kills++
					<-ended
					continue
				}
				if exitCode(err) != exitArticles {
					t.Fatalf("resumed run: %v", err)
				}
				break
			}
			for _, f := range []string{name, "bad.jsonl"} {
				want, _ := os.ReadFile(filepath.Join(whole, f))
				got, err := os.ReadFile(filepath.Join(dir, f))
				if err != nil || !bytes.Equal(got, want) || len(want) == 0 {
					t.Fatalf("%s: %d bytes, undisturbed %d, %v", f, len(got), len(want), err)
				}
			}
			left, _ := os.ReadDir(dir)
			if len(left) != 2 {
				t.Errorf("left behind: %v", left)
			}
		}
	}
}

func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if ee, ok := err.(*exec.ExitError); ok {
		return ee.ExitCode()
	}
	return -1
}

// TestBrokenPipeIsQuiet reads one line of the output and goes away.
func TestBrokenPipeIsQuiet(t *testing.T) {
	c := khabar(t.Context(), "extract", manyLines(t, 4000), "-q")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errOut bytes.Buffer
	c.Stderr = &errOut
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 100)
	if _, err := out.Read(buf); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if err := c.Wait(); err != nil || errOut.Len() > 0 {
		t.Errorf("got %v, %q", err, errOut.String())
	}
}

// TestInterruptCutsNoRecord stops a run in the middle: what came out is whole lines. The
// signal is sent when the first output has come, so the program is surely at work.
func TestInterruptCutsNoRecord(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		c := khabar(t.Context(), "extract", manyLines(t, 20000), "-q")
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		first := make([]byte, 100)
		n, err := io.ReadAtLeast(out, first, 1)
		if err != nil {
			t.Fatal(err)
		}
		c.Process.Signal(sig)
		rest, err := io.ReadAll(out)
		if err != nil {
			t.Fatal(err)
		}
		if code := exitCode(c.Wait()); code != exitSignal && code != exitArticles {
			t.Errorf("%v: exit %d", sig, code)
		}
		if b := append(first[:n], rest...); b[len(b)-1] != '\n' {
			t.Errorf("%v: output ends in the middle of a record: %q", sig, b[max(0, len(b)-40):])
		}
	}
}

// TestInterruptWhileWaitingForInput: a reader blocked on a terminal ends at once. It has
// answered one line before, so that it surely waits for the next.
func TestInterruptWhileWaitingForInput(t *testing.T) {
	c := khabar(t.Context(), "extract", "--input-format", "jsonl", "--line-by-line", "-q", "-")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(in, `{"text":"नाहन। मेले में 200 लोग पहुंचे।"}`+"\n"); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(time.Minute, func() { c.Process.Kill() })
	defer late.Stop()
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	c.Process.Signal(syscall.SIGINT)
	if code := exitCode(c.Wait()); code != exitSignal {
		t.Errorf("exit %d", code)
	}
}

// TestLineByLineAnswersAtOnce: Hadoop Streaming and Spark wait for the answer to a line
// before they give the next.
func TestLineByLineAnswersAtOnce(t *testing.T) {
	c := khabar(t.Context(), "extract", "--input-format", "jsonl", "--line-by-line", "--fields", "id", "-q")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(30*time.Second, func() { c.Process.Kill() })
	answers := bufio.NewScanner(out)
	for _, x := range []struct{ line, want string }{
		{`{"id":"a","text":"नाहन. मेले में 200 लोग पहुंचे."}`, `{"id":"a"}`},
		{`{"id":"b",`, `{"error":{"code":"bad_json"`},
		{``, `{"error":{"code":"bad_json"`},
		{`{"id":"c"}`, `{"error":{"code":"no_text"`},
		{`{"id":"d","text":"सोलन. बारिश हुई."}`, `{"id":"d"}`},
	} {
		fmt.Fprintln(in, x.line)
		if !answers.Scan() || !strings.HasPrefix(answers.Text(), x.want) {
			t.Fatalf("%s: answer %q, %v", x.line, answers.Text(), answers.Err())
		}
	}
	in.Close()
	if answers.Scan() || exitCode(c.Wait()) != exitArticles || !late.Stop() {
		t.Errorf("at the end: %q", answers.Text())
	}
}
