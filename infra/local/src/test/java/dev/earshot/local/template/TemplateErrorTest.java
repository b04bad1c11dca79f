package dev.earshot.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake per test: the message begins with its file and line, and says enough to mend it. */
class TemplateErrorTest {

    private static final LocalEnvironment HERE =
            LocalEnvironment.at(URI.create("http://127.0.0.1:9324"), URI.create("http://127.0.0.1:8080"));
    private static final String QUEUE = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n";
    private static final String FUNCTION = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: f.zip
                  Handler: h
                  Runtime: java17
            """;

    @TempDir
    private Path folder;

    private void refused(String yaml, int line, String words) throws IOException {
        refused(yaml, Map.of(), "template.yaml:" + line + ": ", words);
    }

    private void refused(String yaml, Map<String, String> parameters, String prefix, String words) throws IOException {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, yaml);
        String message = assertThrows(TemplateException.class, () -> TemplateReader.read(file, parameters, HERE))
                .getMessage();
        assertEquals(prefix, message.substring(0, Math.min(prefix.length(), message.length())), message);
        assertTrue(message.contains(words), message);
    }

    @Test
    void fileThatIsMissing() {
        TemplateException e = assertThrows(
                TemplateException.class, () -> TemplateReader.read(folder.resolve("no.yaml"), Map.of(), HERE));
        assertTrue(e.getMessage().startsWith("no.yaml:1: there is no such file"), e.getMessage());
    }

    @Test
    void emptyFile() throws IOException {
        refused("", 1, "empty");
    }

    @Test
    void yamlThatDoesNotParse() throws IOException {
        refused("Resources:\n  Q: [1, 2\n  R: 3\n", 3, "not valid YAML");
    }

    @Test
    void twoDocumentsInOneFile() throws IOException {
        refused(QUEUE + "---\na: b\n", 4, "not valid YAML");
    }

    @Test
    void characterThatYamlDoesNotAllow() throws IOException {
        refused("Resources:\n  Q: \u0000\n", 2, "character");
    }

    @Test
    void nestingWithoutEnd() throws IOException {
        refused("a: " + "[".repeat(10_000), 1, "Nesting Depth");
    }

    @Test
    void aliasThatWouldGrowWithoutBound() throws IOException {
        refused("Metadata: &a [x]\nResources: *a\n", 1, "aliases");
    }

    @Test
    void keyThatIsThereTwice() throws IOException {
        refused(QUEUE + "  Q:\n    Type: AWS::SNS::Topic\n", 4, "first on line 2");
    }

    @Test
    void keyWithoutValue() throws IOException {
        refused(QUEUE + "    Properties:\n", 4, "without a value");
    }

    @Test
    void tagOfJavaObject() throws IOException {
        refused("Metadata: !!java.io.File [x]\n" + QUEUE, 1, "tag");
    }

    @Test
    void functionThatIsNotKnown() throws IOException {
        refused(QUEUE + "    Properties: {QueueName: !ImportValue x}\n", 4, "Fn::ImportValue");
    }

    @Test
    void typeThatIsNotKnown() throws IOException {
        refused("Resources:\n  B:\n    Type: AWS::S3::Bucket\n", 2, "AWS::S3::Bucket");
    }

    @Test
    void serverlessTypeWithoutTransform() throws IOException {
        refused("Resources:\n  A:\n    Type: AWS::Serverless::HttpApi\n", 2, "Transform");
    }

    @Test
    void propertyThatIsNotKnown() throws IOException {
        refused(QUEUE + "    Properties:\n      VisibiltyTimeout: 3\n", 5, "VisibiltyTimeout");
    }

    @Test
    void sectionThatIsNotKnown() throws IOException {
        refused(QUEUE + "Output: {}\n", 4, "Output");
    }

    @Test
    void numberOutOfBounds() throws IOException {
        refused(QUEUE + "    Properties:\n      DelaySeconds: 901\n", 5, "from 0 to 900");
    }

    @Test
    void missingProperty() throws IOException {
        refused(FUNCTION.replace("      Handler: h\n", ""), 3, "no Handler");
    }

    @Test
    void eventTypeThatIsNotKnown() throws IOException {
        refused(FUNCTION + "      Events:\n        E:\n          Type: S3\n", 11, "S3");
    }

    @Test
    void scheduleThatIsNone() throws IOException {
        refused(
                FUNCTION + "      Events:\n        E:\n          Type: Schedule\n          Properties:\n"
                        + "            Schedule: every day\n",
                13,
                "rate(5 minutes)");
    }

    @Test
    void globalThatSamRefuses() throws IOException {
        refused("Globals:\n  Function:\n    Events: {}\n" + FUNCTION, 3, "Events");
    }

    @Test
    void referenceToNothing() throws IOException {
        refused(QUEUE + "    Properties:\n      QueueName: !Ref Nme\n", 5, "Nme");
    }

    @Test
    void referenceToNothingInWhatIsNotEmulated() throws IOException {
        refused(QUEUE + "  A:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      X: !Sub '${Nme}'\n", 7, "Nme");
    }

    @Test
    void attributeThatIsNotKnown() throws IOException {
        refused(QUEUE + "Outputs:\n  O:\n    Value: !GetAtt Q.Anr\n", 6, "Anr");
    }

    @Test
    void circleOfReferences() throws IOException {
        refused(
                QUEUE + "    Properties:\n      QueueName: !GetAtt R.QueueName\n"
                        + "  R:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !GetAtt Q.QueueName\n",
                9,
                "Q -> R -> Q");
    }

    @Test
    void functionThatRefersToTheApiWhichRoutesToIt() throws IOException {
        refused(
                FUNCTION + "      Environment: {Variables: {API: !GetAtt ServerlessHttpApi.ApiEndpoint}}\n"
                        + "      Events:\n        E:\n          Type: HttpApi\n",
                11,
                "F -> ServerlessHttpApi -> F");
    }

    @Test
    void conditionThatDependsOnItself() throws IOException {
        refused("Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n" + QUEUE, 3, "depends on itself");
    }

    @Test
    void conditionThatIsNotDeclared() throws IOException {
        refused(QUEUE + "    Condition: C\n", 2, "no condition C");
    }

    @Test
    void referenceToWhatIsNotCreated() throws IOException {
        refused(
                "Conditions: {Never: !Equals [a, b]}\n" + QUEUE
                        + "    Condition: Never\nOutputs:\n  O:\n    Value: !Ref Q\n",
                8,
                "condition Never");
    }

    @Test
    void parameterWithoutValue() throws IOException {
        refused("Parameters:\n  P:\n    Type: String\n" + QUEUE, 2, "no value");
    }

    @Test
    void parameterThatDoesNotExist() throws IOException {
        refused(QUEUE, Map.of("P", "1"), "template.yaml:1: ", "no parameter P");
    }

    @Test
    void parameterWithRefusedValue() throws IOException {
        String declared = "Parameters:\n  P: {Type: Number, MinValue: 1}\n";
        refused(declared + QUEUE, Map.of("P", "0"), "template.yaml:2: ", "at least 1");
        declared = "Parameters:\n  P: {Type: String, AllowedPattern: 'a+', ConstraintDescription: as only}\n";
        refused(declared + QUEUE, Map.of("P", "b"), "template.yaml:2: ", "as only");
        declared = "Parameters:\n  P: {Type: String, AllowedValues: [a]}\n";
        refused(declared + QUEUE, Map.of("P", "b"), "template.yaml:2: ", "one of [a]");
    }

    @Test
    void parameterOfTypeThatIsNotKnown() throws IOException {
        refused("Parameters:\n  P:\n    Type: AWS::EC2::VPC::Id\n" + QUEUE, 3, "AWS::EC2::VPC::Id");
    }

    @Test
    void substitutionThatGrowsWithoutBound() throws IOException {
        StringBuilder value = new StringBuilder("x");
        for (int level = 0; level < 20; level++) {
            value = new StringBuilder("!Sub ['${a}${a}${a}', {a: ")
                    .append(value)
                    .append("}]");
        }
        refused(QUEUE + "Outputs:\n  O:\n    Value: " + value + "\n", 6, "characters");
    }

    @Test
    void nestedFileThatIsMissing() throws IOException {
        refused(
                "Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: no.yaml\n",
                5,
                "no.yaml");
    }

    @Test
    void mistakeInNestedFileHasThatFilesName() throws IOException {
        Files.createDirectory(folder.resolve("infra"));
        Files.writeString(folder.resolve("infra/n.yaml"), "Resources:\n  B:\n    Type: AWS::S3::Bucket\n");
        refused(
                "Resources:\n  N:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: infra/n.yaml}\n",
                Map.of(),
                "infra/n.yaml:2: ",
                "AWS::S3::Bucket");
    }

    @Test
    void templateThatNestsItself() throws IOException {
        refused("""
                Resources:
                  N:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: template.yaml
                """, 5, "includes itself");
    }

    @Test
    void queueSourceThatNamesNoQueue() throws IOException {
        refused(
                FUNCTION + "      Events:\n        E: {Type: SQS, Properties: {Queue: 'arn:aws:sqs:x'}}\n",
                10,
                "no queue of this template");
    }

    @Test
    void visibilityBelowTheTimeoutOfTheFunction() throws IOException {
        refused(
                FUNCTION + "      Timeout: 31\n      Events:\n"
                        + "        E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}\n"
                        + "  Q: {Type: AWS::SQS::Queue}\n",
                11,
                "VisibilityTimeout of Q (30 s)");
    }

    @Test
    void routeThatIsTakenTwice() throws IOException {
        refused(
                FUNCTION + "      Events:\n        A: {Type: HttpApi}\n        B: {Type: HttpApi}\n",
                11,
                "taken already at template.yaml:10");
    }

    @Test
    void nameThatIsTakenTwice() throws IOException {
        refused(
                QUEUE + "    Properties: {QueueName: a}\n  R: {Type: AWS::SQS::Queue, Properties: {QueueName: a}}\n",
                5,
                "another name");
    }

    @Test
    void tableWhoseAttributesAreNotItsKeys() throws IOException {
        refused("""
                Resources:
                  T:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      KeySchema: [{AttributeName: pk, KeyType: HASH}]
                      AttributeDefinitions: [{AttributeName: kp, AttributeType: S}]
                """, 6, "[pk]");
    }
}
