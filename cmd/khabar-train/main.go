// Command khabar-train makes the model of pkg/tagger from annotated text.
//
//	go run ./cmd/khabar-train -hiner hiner_train.conll -ijcnlp ijcnlp2008.tsv \
//	    -gazetteer DIR -raw DIR,FILE -out pkg/tagger/model.bin
//
// The last fifth of the HiNER file is the test part: nothing is learnt from it. The
// same flags give the same file, byte for byte.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"khabar/pkg/lexicon"
	"khabar/pkg/tagger"
)

type config struct {
	hiner, ijcnlp, gazetteer, raw, out string
	dev, curve, ablate                 bool
	skip                               string
	epochs                             int
	l2, rate                           float64
	minCount                           int
	ijcnlpWeight                       float64
	megabytes                          float64
}

func main() {
	var c config
	flag.StringVar(&c.hiner, "hiner", "", "HiNER `file` (CoNLL: word TAB tag)")
	flag.StringVar(&c.ijcnlp, "ijcnlp", "", "IJCNLP-2008 `file`, learnt from as a second domain")
	flag.StringVar(&c.gazetteer, "gazetteer", "", "`folder` with places.tsv, regions.tsv, world.tsv, new_districts.tsv")
	flag.StringVar(&c.raw, "raw", "", "comma-separated `paths` of unlabelled news text (.txt, .jsonl) for word clusters")
	flag.StringVar(&c.out, "out", "", "model `file` to write")
	flag.BoolVar(&c.dev, "dev", false, "hold out the last fifth of the training part and score on that, not on the test part")
	flag.BoolVar(&c.curve, "curve", false, "also train on 1/8, 1/4 and 1/2 of the training part")
	flag.BoolVar(&c.ablate, "ablate", false, "also train without each group of features")
	flag.StringVar(&c.skip, "skip", "", "comma-separated feature `groups` to leave out")
	flag.IntVar(&c.epochs, "epochs", 30, "passes over the training sentences")
	flag.Float64Var(&c.l2, "l2", 1, "L2 penalty")
	flag.Float64Var(&c.rate, "rate", 0.1, "first learning rate")
	flag.IntVar(&c.minCount, "min", 1, "drop features seen less often")
	flag.Float64Var(&c.ijcnlpWeight, "ijcnlp-weight", 0.5, "weight of an IJCNLP sentence")
	flag.Float64Var(&c.megabytes, "mib", 4.5, "room for feature weights")
	flag.Parse()
	if err := run(&c, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "khabar-train:", err)
		os.Exit(1)
	}
}

func run(c *config, w io.Writer) error {
	lx := lexicon.Default()
	all, err := readTagged(c.hiner, 0, lx)
	if err != nil {
		return err
	}
	k := len(all) * 4 / 5
	training, test := all[:k], all[k:]
	if c.dev {
		k = len(training) * 4 / 5
		training, test = training[:k], training[k:]
	}
	var second []example
	if c.ijcnlp != "" {
		if second, err = readTagged(c.ijcnlp, 1, lx); err != nil {
			return err
		}
	}
	var raw [][]string
	if c.raw != "" {
		if raw, err = readRaw(strings.Split(c.raw, ","), lx); err != nil {
			return err
		}
	}
	for _, part := range [][]example{training, second} {
		for i := range part {
			for _, s := range part[i].doc.Sentences() {
				raw = append(raw, keys(part[i].doc, s.Tokens))
			}
		}
	}
	vocabulary := vocabularyOf(raw)
	fmt.Fprintf(w, "training %d + %d sentences, test %d; raw %d sentences, %d words\n", len(training), len(second), len(test), len(raw), len(vocabulary))
	var cl *clusters
	words, err := wordTable(lx, c.gazetteer, vocabulary, cl)
	if err != nil {
		return err
	}
	fit := func(training []example, skip string, title string) (*tagger.Model, []byte, error) {
		start := time.Now()
		skipped := make(map[string]bool)
		for _, g := range strings.Split(skip, ",") {
			skipped[g] = true
		}
		var fs featureSet
		sents := fs.extract(training, words, func(t int) bool { return skipped[tagger.Groups[tagger.GroupOf(t)]] })
		if second != nil {
			sents = append(sents, fs.extract(second, words, func(t int) bool { return skipped[tagger.Groups[tagger.GroupOf(t)]] })...)
		}
		fs.prune(sents, int32(c.minCount))
		domains := 1
		if second != nil {
			domains = 2
		}
		crf := train(sents, len(fs.hash), domains, options{epochs: c.epochs, l2: c.l2, rate: c.rate, weight: []float64{1, c.ijcnlpWeight}, seed: 1})
		weights := crf.weights(&fs, 0, words)
		room := int(c.megabytes * (1 << 20))
		data, dropped := tagger.Encode(weights, "", room)
		m, err := tagger.Open(string(data))
		if err != nil {
			return nil, nil, err
		}
		r := evaluate(m, test)
		data, _ = tagger.Encode(weights, header(c, r), room)
		r.print(w, fmt.Sprintf("%s: %d sentences, %d features, %d dropped, %d bytes, %v", title, len(sents), len(fs.hash), dropped, len(data), time.Since(start).Round(time.Second)))
		return m, data, nil
	}
	if c.curve {
		for _, part := range []int{8, 4, 2} {
			if _, _, err := fit(training[:len(training)/part], c.skip, fmt.Sprintf("1/%d", part)); err != nil {
				return err
			}
		}
	}
	m, data, err := fit(training, c.skip, "all")
	if err != nil {
		return err
	}
	r := evaluate(m, training)
	r.print(w, "on its own training sentences")
	if c.ablate {
		for _, g := range tagger.Groups {
			if _, _, err := fit(training, c.skip+","+g, "without "+g); err != nil {
				return err
			}
		}
	}
	if c.out != "" {
		return os.WriteFile(c.out, data, 0o644)
	}
	return nil
}

// header returns the provenance that the model file starts with.
func header(c *config, r result) string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	put("what: names of persons, places and organisations in Hindi text; linear-chain CRF for khabar's pkg/tagger")
	put("data: HiNER (Murthy, Bhattacharjee, Sharnagat, Khatri, Kanojia, Bhattacharyya: HiNER: A Large Hindi Named Entity Recognition Dataset, LREC 2022), first four fifths of %s", filepath.Base(c.hiner))
	if c.ijcnlp != "" {
		put("data: IJCNLP-2008 workshop on NER for South and South East Asian languages, Hindi (%s)", filepath.Base(c.ijcnlp))
	}
	if c.gazetteer != "" {
		put("data: place names of the Local Government Directory (Government Open Data License - India), GeoNames (CC BY 4.0), CLDR (Unicode-3.0), khabar's own")
	}
	put("data: given names and surnames of khabar's lexicon")
	put("licence: CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as HiNER; see pkg/tagger/NOTICE")
	put("command: %s", command())
	put("test: last fifth of %s, %d names, exact spans: weighted F1 %.4f, micro F1 %.4f", filepath.Base(c.hiner), r.micro().want, r.weighted(), r.micro().f1())
	for t := tagger.Person; t <= tagger.Organization; t++ {
		put("test: %s n %d P %.4f R %.4f F1 %.4f", t, r[t].want, r[t].precision(), r[t].recall(), r[t].f1())
	}
	return b.String()
}

// command returns the command line, its paths shortened to their last element.
func command() string {
	args := []string{"go run ./cmd/khabar-train"}
	flag.Visit(func(f *flag.Flag) {
		var parts []string
		for _, p := range strings.Split(f.Value.String(), ",") {
			parts = append(parts, filepath.Base(p))
		}
		args = append(args, "-"+f.Name, strings.Join(parts, ","))
	})
	return strings.Join(args, " ")
}

// vocabularyOf returns the distinct words of the sentences, sorted.
func vocabularyOf(sents [][]string) []string {
	seen := make(map[string]bool)
	var out []string
	for _, s := range sents {
		for _, w := range s {
			if !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	sort.Strings(out)
	return out
}
