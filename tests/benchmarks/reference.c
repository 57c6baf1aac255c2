/* The training loops of the engine written by hand in C, as a yardstick: mean gradient of a batch, gradient descent,
   the loss over the whole set after every pass. Sizes are known at run time only, as in the engine. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LINEAR, SIGMOID, BIPOLAR_SIGMOID, TANH, RELU };

typedef struct {
    int layers;
    const int *sizes;        /* layers + 1 */
    const int *activations;  /* layers */
    double *parameters;      /* layer after layer: weights (inputs, units), biases */
    double *outputs;         /* blocks (rows, units), the inputs first */
    double *deltas;
    double *gradient;
    int rows;
    int parameter_count;
} Network;

static void activate(int code, int count, const double *restrict net, double *restrict out) {
    if (code == TANH)
        for (int k = 0; k < count; k++) out[k] = tanh(net[k]);
    else if (code == SIGMOID)
        for (int k = 0; k < count; k++) out[k] = 1.0 / (1.0 + exp(-net[k]));
    else if (code == RELU)
        for (int k = 0; k < count; k++) out[k] = net[k] > 0 ? net[k] : 0.0;
    else
        for (int k = 0; k < count; k++) out[k] = net[k];
}

static void times_slope(int code, int count, const double *restrict out, double *restrict delta) {
    if (code == TANH)
        for (int k = 0; k < count; k++) delta[k] *= 1.0 - out[k] * out[k];
    else if (code == SIGMOID)
        for (int k = 0; k < count; k++) delta[k] *= out[k] * (1.0 - out[k]);
    else if (code == RELU)
        for (int k = 0; k < count; k++) delta[k] *= out[k] > 0 ? 1.0 : 0.0;
}

static double *forward(Network *n, int rows, const double *inputs, double *net) {
    double *before = n->outputs;
    const double *p = n->parameters;
    memcpy(before, inputs, sizeof(double) * rows * n->sizes[0]);
    for (int l = 0; l < n->layers; l++) {
        const int in = n->sizes[l], units = n->sizes[l + 1];
        const double *restrict weights = p, *restrict biases = p + in * units;
        double *after = before + n->rows * in;
        for (int r = 0; r < rows; r++) {
            double *restrict sum = net + r * units;
            const double *restrict x = before + r * in;
            for (int j = 0; j < units; j++) sum[j] = biases[j];
            for (int i = 0; i < in; i++)
                for (int j = 0; j < units; j++) sum[j] += x[i] * weights[i * units + j];
        }
        activate(n->activations[l], rows * units, net, after);
        p += (in + 1) * units;
        before = after;
    }
    return before;
}

static void backward(Network *n, int rows, const double *outputs, const double *targets) {
    int offset = 0, parameter = n->parameter_count;
    for (int l = 0; l < n->layers; l++) offset += n->rows * n->sizes[l];
    const int n_outputs = n->sizes[n->layers];
    for (int k = 0; k < rows * n_outputs; k++) n->deltas[offset + k] = targets[k] - outputs[k];
    times_slope(n->activations[n->layers - 1], rows * n_outputs, outputs, n->deltas + offset);
    memset(n->gradient, 0, sizeof(double) * n->parameter_count);
    for (int l = n->layers - 1; l >= 0; l--) {
        const int in = n->sizes[l], units = n->sizes[l + 1], before = offset - n->rows * in;
        parameter -= (in + 1) * units;
        double *restrict gw = n->gradient + parameter, *restrict gb = gw + in * units;
        const double *restrict weights = n->parameters + parameter;
        for (int r = 0; r < rows; r++) {
            const double *restrict d = n->deltas + offset + r * units;
            const double *restrict x = n->outputs + before + r * in;
            for (int i = 0; i < in; i++)
                for (int j = 0; j < units; j++) gw[i * units + j] += x[i] * d[j];
            for (int j = 0; j < units; j++) gb[j] += d[j];
        }
        if (l > 0) {
            for (int r = 0; r < rows; r++) {
                const double *restrict d = n->deltas + offset + r * units;
                double *restrict e = n->deltas + before + r * in;
                for (int i = 0; i < in; i++) {
                    double sum = 0.0;
                    for (int j = 0; j < units; j++) sum += d[j] * weights[i * units + j];
                    e[i] = sum;
                }
            }
            times_slope(n->activations[l - 1], rows * in, n->outputs + before, n->deltas + before);
        }
        offset = before;
    }
}

/* Trains `epochs` passes in place and writes the mean loss after each into `losses`. */
void train(int layers, const int *sizes, const int *activations, double *parameters, int samples,
           const double *inputs, const double *targets, int batch, double rate, int epochs, double *losses) {
    Network n = {layers, sizes, activations, parameters, 0, 0, 0, batch, 0};
    int units = 0, widest = 0;
    for (int l = 0; l <= layers; l++) {
        units += sizes[l];
        if (sizes[l] > widest) widest = sizes[l];
        if (l < layers) n.parameter_count += (sizes[l] + 1) * sizes[l + 1];
    }
    n.outputs = malloc(sizeof(double) * units * batch);
    n.deltas = malloc(sizeof(double) * units * batch);
    n.gradient = malloc(sizeof(double) * n.parameter_count);
    double *net = malloc(sizeof(double) * widest * batch);
    const int n_outputs = sizes[layers];
    for (int epoch = 0; epoch < epochs; epoch++) {
        for (int first = 0; first < samples; first += batch) {
            const int rows = samples - first < batch ? samples - first : batch;
            const double *out = forward(&n, rows, inputs + first * sizes[0], net);
            backward(&n, rows, out, targets + first * n_outputs);
            const double scale = rate / rows;
            for (int k = 0; k < n.parameter_count; k++) parameters[k] += scale * n.gradient[k];
        }
        double loss = 0.0;
        for (int first = 0; first < samples; first += batch) {
            const int rows = samples - first < batch ? samples - first : batch;
            const double *out = forward(&n, rows, inputs + first * sizes[0], net);
            for (int k = 0; k < rows * n_outputs; k++) {
                const double miss = targets[first * n_outputs + k] - out[k];
                loss += 0.5 * miss * miss;
            }
        }
        losses[epoch] = loss / samples;
    }
    free(n.outputs);
    free(n.deltas);
    free(n.gradient);
    free(net);
}
