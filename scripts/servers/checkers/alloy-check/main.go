// alloy-check reads a configuration of Grafana Alloy with Alloy's own parser and prints what it holds as JSON: for each
// block its name, label and arguments, and the blocks inside. The text as Alloy formats it is printed with it. It also
// compiles every regular expression that stages have, with the engine that Alloy uses.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/grafana/alloy/syntax/ast"
	"github.com/grafana/alloy/syntax/parser"
	"github.com/grafana/alloy/syntax/printer"
	"github.com/grafana/alloy/syntax/vm"
)

type block struct {
	Name      string         `json:"name"`
	Label     string         `json:"label,omitempty"`
	Arguments map[string]any `json:"arguments"`
	Blocks    []block        `json:"blocks"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	stopOn(err)
	file, err := parser.ParseFile(os.Args[1], text)
	stopOn(err)
	var formatted bytes.Buffer
	stopOn(printer.Fprint(&formatted, file))
	stopOn(json.NewEncoder(os.Stdout).Encode(map[string]any{
		"blocks": blocksOf(file.Body), "formatted": formatted.String(),
	}))
}

func blocksOf(body ast.Body) []block {
	found := []block{}
	for _, statement := range body {
		if each, ok := statement.(*ast.BlockStmt); ok {
			found = append(found, block{strings.Join(each.Name, "."), each.Label, argumentsOf(each.Body), blocksOf(each.Body)})
		}
	}
	return found
}

func argumentsOf(body ast.Body) map[string]any {
	found := map[string]any{}
	for _, statement := range body {
		if each, ok := statement.(*ast.AttributeStmt); ok {
			found[each.Name.Name] = valueOf(each.Value)
			if text, ok := found[each.Name.Name].(string); ok && each.Name.Name == "expression" {
				_, err := regexp.Compile(text)
				stopOn(err)
			}
		}
	}
	return found
}

// A literal's value; for what refers to another component, the reference as it is written.
func valueOf(expression ast.Expr) any {
	var value any
	if err := vm.New(expression).Evaluate(nil, &value); err == nil {
		return value
	}
	var written bytes.Buffer
	stopOn(printer.Fprint(&written, expression))
	return map[string]string{"reference": written.String()}
}

func stopOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
